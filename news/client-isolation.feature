A client account reaches its own account, the charter and nothing else, on every channel.
