//! Something harmless of any type, to stand where a file says nothing that can be used.

use serde::de::value::{MapDeserializer, StrDeserializer};
use serde::de::{IntoDeserializer, Visitor};
use serde::{Deserializer, forward_to_deserialize_any};

use super::repairs::Wrong;

/// Not blank, so that what checks for blanks does not tell of the same mistake again.
const WORDS: &str = "?";

#[derive(Clone, Copy)]
pub(super) struct Filler;

impl IntoDeserializer<'_, Wrong> for Filler {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// Writes the types that are all filled by the same call.
macro_rules! fill {
    ($($method:ident)* => |$visitor:ident| $given:expr) => {$(
        fn $method<V: Visitor<'de>>(self, $visitor: V) -> Result<V::Value, Wrong> {
            $given
        }
    )*};
}

impl<'de> Deserializer<'de> for Filler {
    type Error = Wrong;

    fill! { deserialize_any => |visitor| visitor.visit_unit() }
    fill! { deserialize_bool => |visitor| visitor.visit_bool(false) }
    fill! { deserialize_option => |visitor| visitor.visit_none() }
    fill! { deserialize_str deserialize_string => |visitor| visitor.visit_str(WORDS) }
    fill! { deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_u8
    deserialize_u16 deserialize_u32 deserialize_u64 deserialize_f32 deserialize_f64
        => |visitor| visitor.visit_u64(0) }
    fill! { deserialize_seq => |visitor| {
        visitor.visit_seq(serde::de::value::SeqDeserializer::<_, Wrong>::new(std::iter::empty::<Self>()))
    } }
    fill! { deserialize_map => |visitor| {
        visitor.visit_map(MapDeserializer::<_, Wrong>::new(std::iter::empty::<(&str, Self)>()))
    } }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        let first = variants.first().copied().unwrap_or_default();
        visitor.visit_enum(StrDeserializer::<Wrong>::new(first))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        let members = fields.iter().map(|field| (*field, Self));
        visitor.visit_map(MapDeserializer::<_, Wrong>::new(members))
    }

    forward_to_deserialize_any! {
        i128 u128 char bytes byte_buf unit unit_struct tuple tuple_struct identifier ignored_any
    }
}
