/** Counts how often Shift was pressed for itself: not to write a capital, nor together with any other key or a click. */

export const PRESSES = 3; // as many leave the page
export const WITHIN = 5000; // milliseconds that each press may take

export class ShiftPresses {
  constructor() {
    this.count = 0;
    this.isAlone = false; // Shift is held down, and nothing else has happened meanwhile
  }

  reset() {
    this.count = 0;
    this.isAlone = false;
  }

  /**
   * Gives the count after an event: a key that goes down or comes up, or anything else, which begins the count anew.
   * @param {KeyEvent} event
   */
  note(event) {
    const isShift = event.key === "Shift";
    if (event.type === "keyup") {
      if (isShift && this.isAlone) this.count += 1;
      if (isShift) this.isAlone = false;
    } else if (event.type === "keydown" && isShift && !(event.ctrlKey || event.altKey || event.metaKey)) {
      this.isAlone = this.isAlone || !event.repeat;
    } else {
      this.reset();
    }
    return this.count;
  }
}
