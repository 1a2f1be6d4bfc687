# The directory: looking for a service across all agencies.

directory-lead = Look for a service across all agencies, or choose your agency from the list.
directory-search-label = Find a service
directory-search-hint = Name of the service, its service ID or name of the agency
directory-search = Search
directory-results = Services found
directory-found = { $services ->
    [1] One service
   *[other] { $services } services
} at { $agencies ->
    [1] one agency
   *[other] { $agencies } agencies
}.
directory-cut = Only the first { $services } are shown; please search more precisely.
directory-found-none = No service was found. Please try another word.
directory-all = Show all agencies
directory-agencies = Agencies
