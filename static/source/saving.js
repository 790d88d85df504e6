// Says in words whether what was typed is saved. htmx does the saving (attributes of the form); without either, the
// button does. Nothing is kept in the browser.

import htmx from "htmx.org";

const NOT_SAVED = "Not saved – we are trying";
// How long what was typed may go unsaved before the page says so: within three seconds, also on a slow machine.
const PATIENCE = 2500;
const TRY_AGAIN = 2000;
// What a browser sends even while the page is left.
const SENT_ON_LEAVING = 60_000;

export function watchSaving() {
  const form = document.querySelector("form[data-saves]");
  if (!form) {
    return;
  }
  const words = document.getElementById("saved-words");
  let typed = 0;
  let turn = 0;
  let at = "";
  let worry;
  let retry;

  function say(text) {
    // Said once: a reader that speaks would say it again each time.
    if (words.textContent !== text) {
      words.textContent = text;
    }
  }

  function worrySoon() {
    worry ??= setTimeout(() => say(NOT_SAVED), PATIENCE);
  }

  function save() {
    htmx.trigger(form, "again");
  }

  say("What you write is saved as you go.");
  goOn(form);

  form.addEventListener("focusin", ({ target }) => {
    at = target.id;
  });

  form.addEventListener("input", () => {
    typed += 1;
    worrySoon();
  });

  form.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
    ctx.typed = typed;
    turn += 1;
    ctx.request.body.set("turn", turn);
    ctx.request.body.set("at", ctx.sourceEvent?.relatedTarget?.id || at);
  });

  form.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
    ctx.request.keepalive = ctx.request.body.toString().length < SENT_ON_LEAVING;
  });

  form.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
    if (ctx.response.status >= 400) {
      return;
    }
    clearTimeout(worry);
    clearTimeout(retry);
    worry = undefined;
    if (ctx.typed !== typed) {
      worrySoon();
    }
  });

  function again() {
    say(NOT_SAVED);
    clearTimeout(retry);
    retry = setTimeout(save, TRY_AGAIN);
  }

  form.addEventListener("htmx:error", again);
  form.addEventListener("htmx:response:error", async ({ detail: { ctx } }) => {
    if (ctx.response.status === 404) {
      say("Not saved. This was sent, or removed, in another window.");
      return;
    }
    if (ctx.response.status === 403) {
      await renewToken(form);
    }
    again();
  });

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && worry) {
      save();
    }
  });
}

// To the question somebody was at, unless the address leads to another.
function goOn(form) {
  const box = !location.hash && document.getElementById(form.dataset.goesOnAt);
  if (box) {
    box.focus();
    box.scrollIntoView({ block: "center" });
  }
}

// Whoever signed out and in again in another window has a new one.
async function renewToken(form) {
  const answer = await fetch(location.href).catch(() => null);
  if (answer?.ok && !answer.redirected) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const token = page.querySelector("form[data-saves] [name=csrfmiddlewaretoken]");
    if (token) {
      form.elements.csrfmiddlewaretoken.value = token.value;
    }
  }
}
