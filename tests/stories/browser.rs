//! The timeline as a person sees it: in a real browser, on a phone's width and on a desk's.

use std::fs;
use std::path::Path;
use std::process::Command;

use e2e::{played, scenarios};

/// Loads a page in a frame of this width and gives what a script measured there.
fn measured(page: &Path, width: u32) -> String {
    let frame = page.with_file_name(format!("frame-{width}.html"));
    let name = page.file_name().unwrap().to_string_lossy();
    let html = format!(
        "<!doctype html><meta charset=utf-8><iframe id=f src=\"{name}\" width={width} height=2000></iframe>\
         <pre id=out></pre><script>f.onload=()=>{{const d=f.contentDocument;out.textContent=JSON.stringify({{\
         wide:d.documentElement.scrollWidth,lang:d.documentElement.lang,h1:d.querySelectorAll('h1').length,\
         svg:d.querySelectorAll('svg').length,captions:[...d.querySelectorAll('table')].every(t=>t.caption),\
         external:[...d.querySelectorAll('[src],link[href]')].length}})}}</script>"
    );
    fs::write(&frame, html).unwrap();
    let profile = tempfile::tempdir().unwrap();
    let output = Command::new("chromium")
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
        .args(["--allow-file-access-from-files", "--virtual-time-budget=5000", "--window-size=1400,2200"])
        .arg(format!("--user-data-dir={}", profile.path().display()))
        .arg("--dump-dom")
        .arg(format!("file://{}", frame.display()))
        .output()
        .expect("chromium, which ./test installs");
    let dom = String::from_utf8_lossy(&output.stdout).into_owned();
    let from = dom.find("<pre id=\"out\">").expect("the measuring page") + "<pre id=\"out\">".len();
    dom[from..].split("</pre>").next().unwrap().to_owned()
}

#[test]
fn the_timeline_fits_a_phone_and_a_desk_and_loads_nothing() {
    let scenario = scenarios().into_iter().find(|path| path.ends_with("standard.toml")).unwrap();
    let room = tempfile::tempdir().unwrap();
    let out = room.path().join("out");
    played(&scenario, &out).unwrap();
    let page = out.join("timeline.html");
    for width in [375_u32, 1280] {
        let text = measured(&page, width);
        let found: serde_json::Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
        assert!(found["wide"].as_u64().unwrap() <= u64::from(width), "{width}: {text}");
        assert_eq!(found["lang"], "zh-CN");
        assert_eq!(found["h1"], 1);
        assert!(found["svg"].as_u64().unwrap() >= 1, "the gap chart is there");
        assert_eq!(found["captions"], true, "every table has a caption");
        assert_eq!(found["external"], 0, "nothing is loaded");
    }
}
