The charter gate: who has not signed the version in force is led to it, on every channel; REST services to read and sign it.
