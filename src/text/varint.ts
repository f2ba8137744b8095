/** Appends a whole number from 0 to 2^32 - 1, seven bits a byte, lowest first; the upper bit says that more follow. */
export function pushVarint(bytes: number[], value: number): void {
  while (value >= 0x80) {
    bytes.push((value & 0x7f) | 0x80);
    value >>>= 7;
  }
  bytes.push(value);
}
