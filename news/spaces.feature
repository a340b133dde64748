Spaces: documents, agenda, pages and a stream with their own members and rules; open by default, secret ones show nowhere; questions to the direction, with votes, a measured delay, and anonymous ones that are nobody's.
The dialogue with the direction is ready with the first account of direction. Being in many spaces no longer makes each request slower.
