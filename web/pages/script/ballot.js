// The voter's device. It makes a token by chance, has it signed blindly and casts it with the choice, without cookie. What
// is kept until the box has answered is the token, never the choice; the choice is in this page's memory only.
//
// Without what this needs (BigInt, storage, a source of chance) nothing happens here, and the form goes the plain way.
import { ristretto255_oprf } from '@noble/curves/ed25519.js';

const { voprf } = ristretto255_oprf;
const byId = (id) => document.getElementById(id);
const show = (id, on) => {
  byId(id).hidden = !on;
};

const hex = (bytes) => Array.from(bytes, (byte) => (byte + 256).toString(16).slice(1)).join('');
const bytes = (text) => Uint8Array.from(text.match(/../g) || [], (pair) => parseInt(pair, 16));

/** What this device keeps of somebody's ballot: two people may vote on one phone. Of a link not enough to use it. */
class Kept {
  constructor({ ballot, link }) {
    this.key = `ballot:${ballot}:${link.slice(-8)}`;
  }

  read() {
    const text = localStorage.getItem(this.key);
    return text ? JSON.parse(text) : null;
  }

  write(value) {
    localStorage.setItem(this.key, JSON.stringify(value));
  }
}

function able() {
  try {
    localStorage.setItem('ballot', '1');
    localStorage.removeItem('ballot');
    return typeof BigInt === 'function' && typeof fetch === 'function' && !!crypto.getRandomValues;
  } catch (error) {
    return false;
  }
}

/** So long an answer may take, in milliseconds. What was sent may arrive all the same: sending again does no harm. */
const PATIENCE = 20000;

const late = () => new Promise((_, reject) => setTimeout(() => reject(new Error('late')), PATIENCE));

/** Posts a form without cookie; gives the answer, or the words of a refusal. */
async function post(path, fields) {
  const body = new URLSearchParams(fields).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const asked = fetch(path, { method: 'POST', credentials: 'omit', referrerPolicy: 'no-referrer', headers, body });
  const answer = await Promise.race([asked, late()]);
  const json = await Promise.race([answer.json(), late()]);
  if (!answer.ok) throw Object.assign(new Error('refused'), { words: json.words });
  return json;
}

/** A token that is ready to be cast: taken up where the page was left, or made anew. */
async function sealed(form, kept) {
  let state = kept.read();
  if (!state) {
    const token = crypto.getRandomValues(new Uint8Array(32));
    const { blind, blinded } = voprf.blind(token);
    state = { token: hex(token), blind: hex(blind), blinded: hex(blinded) };
    kept.write(state);
  }
  if (!state.seal) {
    const { ballot, link, key } = form.dataset;
    const { evaluated, proof } = await post(`/ballots/${ballot}/issue`, { link, blinded: state.blinded });
    let output;
    try {
      output = voprf.finalize(
        bytes(state.token), bytes(state.blind), bytes(evaluated), bytes(state.blinded), bytes(key), bytes(proof),
      );
    } catch (error) {
      throw Object.assign(error, { say: 'say-forged' });
    }
    state.seal = hex(output.slice(0, 32));
    kept.write(state);
  }
  return state;
}

/** The button of a choice that was pressed, where each choice is one. */
let pressed = null;

function chosen(form) {
  return pressed ? [pressed] : Array.from(form.querySelectorAll('input[name=choice]:checked'));
}

function named(control) {
  return (control === pressed ? control : control.parentElement).textContent.trim();
}

function receipt(state) {
  ['mode-plain', 'mode-blind', 'ballot', 'check', 'problem'].forEach((id) => show(id, false));
  show('receipt', true);
  byId('count').textContent = state.count;
  byId('receipt').focus();
}

function problem(error) {
  const words = error.words || byId(error.say || 'say-offline').textContent;
  byId('problem').textContent = words;
  show('problem', true);
  byId('problem').focus();
}

function begin(form) {
  const kept = new Kept(form.dataset);
  const before = kept.read();
  if (before && before.done) {
    receipt(before);
    return;
  }
  show('mode-plain', false);
  show('mode-blind', true);
  form.querySelectorAll('button[name=choice]').forEach((button) => {
    button.addEventListener('click', () => {
      pressed = button;
    });
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    byId('chosen').textContent = chosen(form).map(named).join('、') || byId('say-blank').textContent;
    show('problem', false);
    show('ballot', false);
    show('check', true);
    byId('check').focus();
  });
  // Whether a ballot waits in this page for the network.
  let waits = false;
  byId('edit').addEventListener('click', () => {
    waits = false;
    ['check', 'problem'].forEach((id) => show(id, false));
    show('ballot', true);
    (pressed || form.querySelector('input')).focus();
  });
  const button = byId('send');
  const label = button.textContent;
  const busy = (on) => {
    button.disabled = on;
    byId('edit').disabled = on;
    button.textContent = on ? button.dataset.busy : label;
  };
  const send = async () => {
    if (button.disabled) return;
    waits = false;
    busy(true);
    show('problem', false);
    try {
      const state = await sealed(form, kept);
      const fields = [['token', state.token], ['seal', state.seal]];
      chosen(form).forEach((input) => fields.push(['choice', input.value]));
      const { count, tracker } = await post(`/ballots/${form.dataset.ballot}/cast`, fields);
      const done = { done: true, count, tracker };
      kept.write(done);
      receipt(done);
    } catch (error) {
      waits = !error.words && !error.say;
      problem(error);
    }
    busy(false);
  };
  button.addEventListener('click', send);
  window.addEventListener('online', () => waits && send());
}

/** The ends of the links with which this device voted. */
const links = (ballot) => Object.keys(localStorage)
  .filter((key) => key.startsWith(`ballot:${ballot}:`))
  .map((key) => key.split(':')[2]);

/** After the close: the tracker, to whoever asks for it with a link, or where only one voted on this device. */
function mine(place) {
  const { ballot, link } = place.dataset;
  const all = link ? [link] : links(ballot);
  const state = all.length === 1 ? new Kept({ ballot, link: all[0] }).read() : null;
  if (state && state.tracker) {
    byId('tracker').textContent = state.tracker;
    place.hidden = false;
  }
}

if (able()) {
  const form = byId('ballot');
  const place = byId('mine');
  if (form) begin(form);
  if (place) mine(place);
}
