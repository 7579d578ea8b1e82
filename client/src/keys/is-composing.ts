/** While signs are composed, as for Chinese, every key belongs to that; Safari tells only by the number. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;
