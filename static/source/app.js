// Everything a page does beyond plain HTML. No page needs it: forms, links and refreshing work without.

import "./supported.js";
import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  createAll,
} from "govuk-frontend";
import "htmx.org";
import { sendFilesOneByOne } from "./files.js";
import { watchSaving } from "./saving.js";
import { fitTables } from "./tables.js";
import { watchTheClock } from "./timeout.js";

const components = [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
];

function start(scope) {
  for (const component of components) {
    createAll(component, {}, { scope, onError: reportUnlessStarted });
  }
  fitTables(scope);
  sendFilesOneByOne(scope);
}

// A fragment may be swapped in beside components that have started already.
function reportUnlessStarted(error) {
  if (error.name !== "InitError") {
    console.error(error);
  }
}

start(document);
document.addEventListener("htmx:after:swap", (event) => start(event.target));
watchSaving();
watchTheClock();
