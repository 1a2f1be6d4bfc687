//! The staff workspace: cartable, secretariat, case page.
