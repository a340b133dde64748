Repeated wrong passwords are slowed down per account and address, without locking anybody else out.
