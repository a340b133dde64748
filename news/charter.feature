The charter: versions that direction approves, signed by everyone in both halves, with a register that shows any tampering.
