/** Which questions stand open: it stays so from one session to the next. */
export const opened = $state({ here: true, who: false, when: false, both: false });
