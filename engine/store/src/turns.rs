//! Who is next: each case in turn, so that a flood on one case doesn't make the others wait.

use std::collections::{BTreeMap, VecDeque};

use uuid::Uuid;

use crate::queue::Job;

/// Jobs that wait. Those of one case keep their order; the cases take turns, an act each.
pub(crate) struct Turns {
    chores: VecDeque<Job>,
    cases: BTreeMap<Uuid, VecDeque<Job>>,
    /// Cases with jobs, in the order of their turns.
    order: VecDeque<Uuid>,
    /// So many of one case may wait.
    share: usize,
}

impl Turns {
    /// Nobody waits; at most `share` of one case ever will.
    pub(crate) const fn new(share: usize) -> Self {
        Self { chores: VecDeque::new(), cases: BTreeMap::new(), order: VecDeque::new(), share }
    }

    /// Whether nobody waits.
    pub(crate) fn is_empty(&self) -> bool {
        self.order.is_empty() && self.chores.is_empty()
    }

    /// Puts a job at the end of its case's; gives it back where too many of the same case wait already.
    pub(crate) fn push(&mut self, job: Job) -> Result<(), Job> {
        let Some(case) = job.case() else {
            self.chores.push_back(job);
            return Ok(());
        };
        let jobs = self.cases.entry(case).or_default();
        if jobs.len() >= self.share {
            return Err(job);
        }
        if jobs.is_empty() {
            self.order.push_back(case);
        }
        jobs.push_back(job);
        Ok(())
    }

    /// The job whose turn it is.
    pub(crate) fn pop(&mut self) -> Option<Job> {
        let case = self.order.pop_front()?;
        let jobs = self.cases.get_mut(&case)?;
        let job = jobs.pop_front();
        if jobs.is_empty() {
            self.cases.remove(&case);
        } else {
            self.order.push_back(case);
        }
        job
    }

    /// At most so many chores, oldest first.
    pub(crate) fn chores(&mut self, most: usize) -> Vec<Job> {
        self.chores.drain(..most.min(self.chores.len())).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use law::time::Moment;
    use tokio::sync::Semaphore;

    use super::*;
    use crate::queue::Writer;

    /// Jobs as a writer would queue them: strikes, told apart by their instants.
    fn jobs(of: &[(u128, i64)]) -> Vec<Job> {
        let (queue, mut jobs) = tokio::sync::mpsc::unbounded_channel();
        let writer = Writer { queue, room: Arc::new(Semaphore::new(of.len())) };
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            for (case, at) in of {
                let writer = writer.clone();
                let (case, at) = (Uuid::from_u128(*case), Moment::from_millis(*at));
                tokio::spawn(async move { writer.strike(case, at).await });
            }
            let mut all = Vec::new();
            for _ in of {
                all.push(jobs.recv().await.unwrap());
            }
            all
        })
    }

    fn named(job: &Job) -> (u128, i64) {
        let Job::Strike(case, at, _) = job else { panic!("a strike") };
        (case.as_u128(), at.millis())
    }

    #[test]
    fn cases_take_turns_and_keep_their_order() {
        let mut turns = Turns::new(10);
        for job in jobs(&[(1, 1), (1, 2), (1, 3), (2, 1), (3, 1), (2, 2)]) {
            assert!(turns.push(job).is_ok());
        }
        let order: Vec<_> = std::iter::from_fn(|| turns.pop()).map(|job| named(&job)).collect();
        assert_eq!(order, [(1, 1), (2, 1), (3, 1), (1, 2), (2, 2), (1, 3)]);
        assert!(turns.is_empty());
    }

    #[test]
    fn one_case_cannot_take_the_whole_queue() {
        let mut turns = Turns::new(2);
        let answers: Vec<bool> =
            jobs(&[(1, 1), (1, 2), (1, 3), (2, 1)]).into_iter().map(|job| turns.push(job).is_ok()).collect();
        assert_eq!(answers, [true, true, false, true]);
    }
}
