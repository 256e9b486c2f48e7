// Tells the server the browser's time zone, so that "tonight" is the visitor's tonight.
document.cookie =
  "cine_zone=" +
  encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC") +
  "; path=/; max-age=31536000; samesite=lax";
