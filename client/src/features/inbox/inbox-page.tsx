export function InboxPage() {
  return <main className="panes" id="content" />;
}
