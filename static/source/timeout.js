// Warns before the session ends, and puts the page out of sight when it has ended.
//
// The server alone ends a session; this only says so in time. It asks the server for nothing by itself, so that a
// forgotten tab cannot keep a session alive, and it listens to the other tabs, so that work in one is known in all.
// Whoever writes is there: the server is told so once a minute, or a long text would be lost to the clock.

const TOLD_AGAIN = 60_000;

export function watchTheClock() {
  const banner = document.querySelector(".app-timeout");
  if (!banner) {
    return;
  }
  const { now, warnsAt, endsAt, latest, stayUrl } = banner.dataset;
  const otherTabs = new BroadcastChannel("prevent-cases-activity");
  let timers = [];
  let told = Date.now();

  // What the server gives a page that was just asked for, it gives again to whoever stays, but nothing after the latest.
  const untilEnd = new Date(endsAt) - new Date(now);
  const warning = new Date(endsAt) - new Date(warnsAt);
  const latestHere = Date.now() + (new Date(latest) - new Date(now));

  function startAgain() {
    timers.forEach(clearTimeout);
    banner.hidden = true;
    const end = new Date(Math.min(Date.now() + untilEnd, latestHere));
    const left = end - Date.now();
    banner.querySelector("time").textContent = end.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    timers = [setTimeout(warn, left - warning), setTimeout(lock, left)];
  }

  function warn() {
    banner.hidden = false;
  }

  function lock() {
    otherTabs.close();
    banner.hidden = true;
    document.querySelector("main").replaceChildren(banner.querySelector("template").content);
  }

  function active() {
    told = Date.now();
    startAgain();
    otherTabs.postMessage("active");
  }

  async function stay() {
    const answer = await fetch(stayUrl, { headers: { Accept: "text/plain" } }).catch(() => null);
    if (answer?.ok && !answer.redirected) {
      active();
    } else if (answer?.redirected) {
      lock();
    }
  }

  function writing() {
    if (Date.now() - told >= TOLD_AGAIN) {
      told = Date.now();
      stay();
    }
  }

  banner.querySelector("button").addEventListener("click", stay);
  document.addEventListener("input", writing);
  document.addEventListener("htmx:after:request", ({ detail }) => {
    if (!detail.ctx.request.headers["X-Background"]) {
      active();
    }
  });
  otherTabs.addEventListener("message", startAgain);
  active();
}
