//! Giving a type what the tree holds (serde's data format), with the repairs made so far.

use serde::Deserializer;
use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, IntoDeserializer as _, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::filler::Filler;
use super::node::{Member, Node, Shape};
use super::repairs::{Repairs, Wrong};

/// A node to take.
#[derive(Clone, Copy)]
pub(super) struct Taken<'a> {
    pub(super) node: &'a Node,
    pub(super) repairs: &'a Repairs,
}

impl Taken<'_> {
    fn is_filled(&self) -> bool {
        self.repairs.filled.contains(&self.node.offset)
    }
}

impl<'de> Deserializer<'de> for Taken<'_> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match &self.node.shape {
            Shape::Null => visitor.visit_unit(),
            Shape::Bool(it) => visitor.visit_bool(*it),
            Shape::Number(it) => {
                it.clone().deserialize_any(visitor).map_err(serde::de::Error::custom)
            }
            Shape::Text(it) => visitor.visit_str(it),
            Shape::List(items) => visitor.visit_seq(Items { items: items.iter(), of: self }),
            Shape::Members(members) => visitor.visit_map(Entries::all(self, members)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.node.shape {
            Shape::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        match &self.node.shape {
            _ if self.is_filled() => Filler.deserialize_enum(name, variants, visitor),
            Shape::Text(it) => visitor.visit_enum(StrDeserializer::<Wrong>::new(it)),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        match &self.node.shape {
            _ if self.is_filled() => Filler.deserialize_struct(name, fields, visitor),
            Shape::Members(members) => visitor.visit_map(Entries::known(self, members, fields)),
            _ => self.deserialize_any(visitor),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map identifier ignored_any
    }
}

struct Items<'a> {
    items: std::slice::Iter<'a, Node>,
    of: Taken<'a>,
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Wrong;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Wrong> {
        let repairs = self.of.repairs;
        let Some(node) = self.items.find(|it| !repairs.left_out.contains(&it.offset)) else {
            return Ok(None);
        };
        given(seed, Taken { node, repairs }).map(Some)
    }
}

/// The members of an object, those that were added last.
struct Entries<'a> {
    members: Vec<&'a Member>,
    added: Vec<&'static str>,
    of: Taken<'a>,
    /// What the value that comes next is taken from; nothing stands for a filler.
    next: Option<&'a Node>,
}

impl<'a> Entries<'a> {
    /// Any names will do.
    fn all(of: Taken<'a>, members: &'a [Member]) -> Self {
        let first = |(number, member): &(usize, &Member)| {
            !members[..*number].iter().any(|before| before.name == member.name)
        };
        let members = members.iter().enumerate().filter(first).map(|(_, member)| member);
        let members = members.filter(|it| !of.repairs.left_out.contains(&it.offset)).collect();
        Self { members, added: Vec::new(), of, next: None }.in_turn()
    }

    /// Those that a type has; the others are noted and passed.
    fn known(of: Taken<'a>, members: &'a [Member], fields: &'static [&'static str]) -> Self {
        let mut entries = Self::all(of, members);
        entries.members.retain(|member| {
            let known = fields.contains(&member.name.as_str());
            if !known {
                let detail = format!("{} is not known here", member.name);
                of.repairs.passed.borrow_mut().insert(member.offset, detail);
            }
            known
        });
        let object = of.node.offset;
        let lacking = |field: &&&'static str| of.repairs.added.contains(&(object, **field));
        entries.added = fields.iter().filter(lacking).copied().collect();
        entries
    }

    /// They are taken from the end.
    fn in_turn(mut self) -> Self {
        self.members.reverse();
        self
    }
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = Wrong;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Wrong> {
        if let Some(member) = self.members.pop() {
            self.next = Some(&member.node);
            let name = StrDeserializer::<Wrong>::new(&member.name);
            return seed.deserialize(name).map(Some).map_err(|it| it.at(member.offset).name());
        }
        self.next = None;
        let Some(field) = self.added.pop() else { return Ok(None) };
        seed.deserialize(field.into_deserializer()).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Wrong> {
        match self.next.take() {
            Some(node) => given(seed, Taken { node, repairs: self.of.repairs }),
            None => seed.deserialize(Filler),
        }
    }
}

fn given<'de, S: DeserializeSeed<'de>>(seed: S, taken: Taken<'_>) -> Result<S::Value, Wrong> {
    let offset = taken.node.offset;
    let value = if taken.is_filled() { seed.deserialize(Filler) } else { seed.deserialize(taken) };
    value.map_err(|wrong| wrong.at(offset))
}
