Demo content: Azurelle Conseil, sixty people, pages, news, charter in two versions and its register.
