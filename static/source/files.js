// Sends chosen files one by one and shows, for each, how far it is: a bar, and the same in words.
//
// Without this the form sends them all at once. The server is the one to say what is wrong with a file.

export function sendFilesOneByOne(scope) {
  scope.querySelectorAll("form[data-files]").forEach((form) => {
    form.addEventListener("submit", (event) => {
      const chooser = form.querySelector("input[type=file]");
      if (chooser.files.length) {
        event.preventDefault();
        sendAll(form, chooser);
      }
    });
  });
}

async function sendAll(form, chooser) {
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  const button = form.querySelector("button[type=submit]");
  const files = [...chooser.files];
  const rows = files.map((file) => addRow(form.querySelector(".app-files"), file));
  const done = form.querySelector("[role=status]");
  chooser.value = "";
  button.disabled = true;
  let sent = 0;
  for (const [index, file] of files.entries()) {
    try {
      show(await send(form.action, token, chooser.name, file, rows[index]));
      rows[index].item.remove();
      sent += 1;
    } catch (fault) {
      rows[index].bar.remove();
      rows[index].words.textContent = fault.message;
      rows[index].words.className = "govuk-error-message";
    }
  }
  button.disabled = false;
  done.textContent = `${sent} of ${files.length} sent.`;
}

function addRow(list, file) {
  const item = document.createElement("li");
  const name = document.createElement("strong");
  const bar = document.createElement("progress");
  const words = document.createElement("p");
  name.textContent = file.name;
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute("aria-label", `Sending ${file.name}`);
  words.textContent = "Waiting to be sent";
  item.append(name, bar, words);
  list.append(item);
  return { item, bar, words };
}

function send(address, token, field, file, { bar, words }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fields = new FormData();
    fields.append("csrfmiddlewaretoken", token);
    fields.append(field, file);
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      bar.value = Math.round((100 * loaded) / total);
      words.textContent = `${bar.value} % sent`;
    });
    request.addEventListener("load", () => {
      const type = request.getResponseHeader("Content-Type") ?? "";
      if (request.status === 200 && new URL(request.responseURL).pathname === new URL(address).pathname) {
        resolve(request.responseText);
      } else if (request.status === 422 && type.startsWith("text/plain")) {
        reject(new Error(request.responseText));
      } else if (request.status === 413) {
        reject(new Error("This file is too large to be sent. Choose a smaller one, or describe what it shows."));
      } else {
        reject(new Error("This file was not sent. Open the page again, and choose it once more."));
      }
    });
    request.addEventListener("error", () => {
      reject(new Error("This file was not sent: the connection was lost. Choose it once more."));
    });
    request.open("POST", address);
    request.setRequestHeader("HX-Request", "true");
    request.send(fields);
  });
}

function show(part) {
  const parsed = new DOMParser().parseFromString(part, "text/html").querySelector("#files");
  document.querySelector("#files").replaceWith(parsed);
  window.htmx?.process(parsed);
}
