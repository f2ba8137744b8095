/**
 * Tables and model weights, handed to the rooms that think: they never open a file themselves.
 * A room lists the files it wants (`DATE_TABLES`, `TEXT_MODELS`, …) and has one function that opens them.
 */
export interface ResourceFiles {
  /** Text of `tables/NAME`. */
  table(name: string): string;
  /** Bytes of `models/NAME`, decompressed. */
  model(name: string): Uint8Array;
}
