Shell: own main template with a rail of rooms, top bar, bottom bar on phones, light and dark; SCSS on Barceloneta's base, built CSS committed.
Refusals of the REST API are JSON with their status on a themed site, too: nobody is sent to the login.
