// Reads a page to whoever would rather listen: by a Chinese voice of the device itself, so that no word leaves it. Where
// there is none, there is no button. What somebody has chosen is never read: those around hear a phone.
(() => {
  const place = document.getElementById("aloud");
  const speech = window.speechSynthesis;
  if (!speech || typeof SpeechSynthesisUtterance !== "function") return;
  const [begin, stop] = place.querySelectorAll("button");
  const PARTS = ["h1", "h2", "p", "li", "legend", "button.vote", "label.vote", "dl > div"].map((part) => `main ${part}`).join();
  const UNREAD = "[data-quiet], .aloud, .buttons, details:not([open])";

  const voice = () => {
    const own = speech.getVoices().filter((one) => one.localService && /^(zh|cmn)([-_]|$)/i.test(one.lang));
    return own.find((one) => /CN|Hans/i.test(one.lang)) || own[0];
  };

  const words = (node) => node.textContent.replace(/\s+/g, " ").replace(/ ?→ ?/g, place.dataset.becomes).trim();

  // A name and what belongs to it are one sentence.
  const sentence = (node) => (node.matches("div") ? [...node.children].map(words).join("：") : words(node));

  const sentences = () => [...document.querySelectorAll(PARTS)]
    .filter((node) => node.offsetParent && !node.closest(UNREAD))
    .map(sentence)
    .filter((text) => text !== "");

  // Kept until all is read: some browsers forget what nobody holds.
  let reading = [];

  const show = (on) => {
    if (!on && document.activeElement === stop) begin.focus();
    begin.setAttribute("aria-pressed", String(on));
    stop.hidden = !on;
  };

  const end = () => {
    reading = [];
    speech.cancel();
    show(false);
  };

  const read = () => {
    speech.cancel();
    const by = voice();
    const all = sentences().map((text) => Object.assign(new SpeechSynthesisUtterance(text), { lang: by.lang, rate: 0.9, voice: by }));
    reading = all;
    const over = () => {
      if (reading === all) end();
    };
    all.forEach((one) => one.addEventListener("error", over));
    all[all.length - 1].addEventListener("end", over);
    show(true);
    all.forEach((one) => speech.speak(one));
  };

  const look = () => {
    place.hidden = !voice();
  };

  begin.addEventListener("click", () => (reading.length > 0 ? end() : read()));
  stop.addEventListener("click", end);
  document.addEventListener("submit", end, true);
  window.addEventListener("pagehide", end);
  // Voices come late in many browsers, and old ones have no listeners for it.
  if (speech.addEventListener) speech.addEventListener("voiceschanged", look);
  else speech.onvoiceschanged = look;
  look();
})();
