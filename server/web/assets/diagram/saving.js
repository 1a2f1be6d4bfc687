// Keeps what was drawn: an ordinary form carries it, and nobody leaves without being asked.

export class Saving {
  constructor(form, editor) {
    Object.assign(this, { form, editor, open: false, sent: false });
    this.text = form.elements.xml;
    // After a conflict the page shows what is kept nowhere yet.
    this.changed = form.dataset.unsaved !== undefined;
    const changes = () => {
      this.changed = true;
    };
    editor.on("commandStack.changed", ({ trigger }) => trigger !== "clear" && changes());
    this.text.addEventListener("input", changes);
    form.addEventListener("submit", (event) => this.submits(event));
    addEventListener("beforeunload", (event) => {
      if (this.changed && !this.sent) event.preventDefault();
    });
    addEventListener("pageshow", () => {
      this.sent = false;
    });
  }

  // The text goes as it is while the editor is closed.
  async submits(event) {
    if (this.sent) return event.preventDefault();
    this.sent = true;
    if (!this.open) return undefined;
    event.preventDefault();
    const words = this.editor.get("directEditing");
    if (words.isActive()) words.complete();
    try {
      const { xml } = await this.editor.saveXML({ format: true });
      this.text.value = xml;
      return this.form.submit();
    } catch (fault) {
      this.sent = false;
      throw fault;
    }
  }
}
