//! Reading a file as a type, mistakes and all.

use serde::de::DeserializeOwned;

use super::repairs::{Repairs, Wrong};
use super::take::Taken;
use super::{Document, Mistake};

impl Document {
    /// What the file says, as far as it can be used, and every mistake in it. Nothing is returned
    /// where a mistake has nothing that could stand in for it.
    pub(in crate::blueprints) fn read<T: DeserializeOwned>(&self) -> (Option<T>, Vec<Mistake>) {
        let mut repairs = Repairs::default();
        let mut met = Vec::new();
        let read = loop {
            let wrong = match self.take::<T>(&repairs) {
                Ok(read) => break Some(read),
                Err(wrong) => wrong,
            };
            if !repairs.has_met(&wrong) {
                met.push((wrong.offset, wrong.detail.clone()));
            }
            // Every repair is one that was not made before, so this comes to an end.
            if !repairs.mend(&self.root, &wrong) {
                break None;
            }
        };
        met.extend(repairs.passed.into_inner());
        met.sort_by_key(|(offset, _)| *offset);
        let told = |(offset, detail)| Mistake { at: self.place(offset), detail };
        (read, met.into_iter().map(told).collect())
    }

    fn take<T: DeserializeOwned>(&self, repairs: &Repairs) -> Result<T, Wrong> {
        T::deserialize(Taken { node: &self.root, repairs }).map_err(|it| it.at(self.root.offset))
    }
}
