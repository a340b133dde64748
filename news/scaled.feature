`make start PROFILE=production` runs several processes on PostgreSQL behind nginx; `PROFILE=single` is the former one
process on a file. Health, readiness and Prometheus metrics, an access log without personal data, backups with a restore test.
