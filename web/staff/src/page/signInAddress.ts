/** Where signing in starts; the gateway brings people back to the page they wanted. */
export function signInAddress(): string {
  const here = window.location.pathname + window.location.search;
  return `/oauth2/authorization/lethe?${new URLSearchParams({ to: here })}`;
}
