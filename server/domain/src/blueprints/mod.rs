//! Ready-made agencies.
