// GOV.UK Frontend starts only where this class says that the browser can run it. Imported first, so that it is there.

document.body.classList.add("js-enabled", "govuk-frontend-supported");
