/// A place in the document's text, line and column from 1, the column in characters.
struct XMLPosition: Equatable {
    var line = 1
    var column = 1
}
