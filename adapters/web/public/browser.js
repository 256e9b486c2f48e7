// Tells the server the browser's time zone, so that "tonight" is the visitor's tonight.
document.cookie =
  "cine_zone=" +
  encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC") +
  "; path=/; max-age=31536000; samesite=lax";

// A covered spoiler shows itself when it is pressed, and leads nowhere.
document.addEventListener(
  "click",
  (event) => {
    const spoiler = event.target instanceof Element && event.target.closest('a[href$="#spoiler"]');
    if (!spoiler) return;
    event.preventDefault();
    event.stopPropagation();
    spoiler.classList.toggle("cine-uncovered");
  },
  true,
);
