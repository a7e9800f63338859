//! Boxes on a server that cuts connections and lets others go first.

use ballot::{Put, Vote};
use store::{Cast, Place};

use super::ON;
use crate::support::{BALLOT, Scene, entry, opens_ballot};

/// A server that restarts, a standby that takes over, another process in the way: nobody is told to come again for it.
#[tokio::test]
async fn a_ballot_gets_into_the_box_though_the_connection_is_cut_and_others_are_in_the_way() {
    let scene = Scene::on(ON).await;
    opens_ballot(&scene.store, &scene.writer, 4).await;
    let cast = async |n| scene.store.cast(BALLOT, entry(n, Vote::YES)).await.unwrap();
    assert_eq!(cast(0).await, Cast::Open { put: Put::Added, count: 1 });
    let Place::Server(_) = scene.place else {
        // A file has no connections to cut, and waits for its locks by itself.
        assert_eq!(cast(1).await, Cast::Open { put: Put::Added, count: 2 });
        return;
    };
    let mut intruder = scene.intruder().await;
    let cut = "select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity
        where application_name = 'xinxieshang boxes' and datname = current_database()";
    assert_eq!(intruder.count(cut).await, 1);
    assert_eq!(cast(1).await, Cast::Open { put: Put::Added, count: 2 });
    // Every second change fails as if another transaction had been faster; a number that was taken stays taken.
    let in_the_way = "
        create sequence tries;
        grant usage on sequence tries to public;
        create function in_the_way() returns trigger language plpgsql as $$ begin
            if nextval('tries') % 2 = 1 then raise exception 'faster' using errcode = '40001'; end if;
            return new;
        end $$;
        create trigger in_the_way before update on ballot_box for each row execute function in_the_way()";
    intruder.run(in_the_way).await.unwrap();
    assert_eq!(cast(2).await, Cast::Open { put: Put::Added, count: 3 });
    assert_eq!(scene.store.close_box(BALLOT).await.unwrap().unwrap().1.count(), 3);
    assert_eq!(intruder.count("select last_value from tries").await, 4, "each was tried twice");
}
