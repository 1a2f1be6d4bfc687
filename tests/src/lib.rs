//! Nothing here is a library: the tests are in it/.
