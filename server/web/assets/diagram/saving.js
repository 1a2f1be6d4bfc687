// Keeps what was drawn: an ordinary form carries it, and nobody leaves without being asked.

export class Saving {
  constructor(form, editor) {
    this.form = form;
    this.editor = editor;
    this.text = form.elements.xml;
    // After a conflict the page shows what is kept nowhere yet.
    this.changed = form.dataset.unsaved !== undefined;
    this.sent = false;
    editor.on("commandStack.changed", () => {
      this.changed = true;
    });
    form.addEventListener("submit", (event) => this.submits(event));
    addEventListener("beforeunload", (event) => {
      if (this.changed && !this.sent) event.preventDefault();
    });
    addEventListener("pageshow", () => {
      this.sent = false;
    });
  }

  async submits(event) {
    event.preventDefault();
    if (this.sent) return;
    this.sent = true;
    const words = this.editor.get("directEditing");
    if (words.isActive()) words.complete();
    try {
      const { xml } = await this.editor.saveXML({ format: true });
      this.text.value = xml;
      this.form.submit();
    } catch (fault) {
      this.sent = false;
      throw fault;
    }
  }
}
