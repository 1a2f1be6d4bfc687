//! Changing a definition, component by component.
//!
//! A definition is edited as the JSON that it is, so that what an editor does not know stays as it
//! was. Whether the outcome is a form, [`Form::parse`](super::Form::parse) says.

use std::fmt;
use std::str::FromStr;

use serde_json::Value;

const COMPONENTS: &str = "components";

/// Where a component stands: at the top of the form, or within one of its groups. Written `3` or
/// `3.1`, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub top: usize,
    pub inner: Option<usize>,
}

/// Which way a component moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Direction {
    Up,
    Down,
}

/// A text names no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAPlace;

impl std::error::Error for NotAPlace {}

impl fmt::Display for NotAPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a place in a form")
    }
}

impl Place {
    pub fn top(top: usize) -> Self {
        Self { top, inner: None }
    }

    pub fn within(top: usize, inner: usize) -> Self {
        Self { top, inner: Some(inner) }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.inner {
            Some(inner) => write!(f, "{}.{inner}", self.top),
            None => write!(f, "{}", self.top),
        }
    }
}

impl FromStr for Place {
    type Err = NotAPlace;

    fn from_str(text: &str) -> Result<Self, NotAPlace> {
        let number = |text: &str| text.parse::<u16>().map(usize::from).map_err(|_| NotAPlace);
        match text.split_once('.') {
            Some((top, inner)) => Ok(Self::within(number(top)?, number(inner)?)),
            None => Ok(Self::top(number(text)?)),
        }
    }
}

/// Every component with its place, from top to bottom; a group before what it holds.
pub fn outline(form: &Value) -> Vec<(Place, &Value)> {
    let mut found = Vec::new();
    for (top, component) in children(form).iter().enumerate() {
        found.push((Place::top(top), component));
        let within = children(component).iter().enumerate();
        found.extend(within.map(|(inner, component)| (Place::within(top, inner), component)));
    }
    found
}

/// The component at a place.
pub fn component(form: &Value, place: Place) -> Option<&Value> {
    let top = children(form).get(place.top)?;
    place.inner.map_or(Some(top), |inner| children(top).get(inner))
}

/// The place of the field with this key.
pub fn find(form: &Value, key: &str) -> Option<Place> {
    let has = |component: &Value| component.get("key").and_then(Value::as_str) == Some(key);
    outline(form).into_iter().find(|(_, component)| has(component)).map(|(place, _)| place)
}

/// The form with another component at a place; a group keeps what it holds.
pub fn replace(form: &Value, place: Place, mut by: Value) -> Option<Value> {
    let mut form = form.clone();
    let old = component_mut(&mut form, place)?;
    if let (Some(held), Some(group)) = (old.get_mut(COMPONENTS), by.as_object_mut()) {
        group.insert(COMPONENTS.to_owned(), held.take());
    }
    *old = by;
    Some(form)
}

/// The form with one more component: behind another, as the first of a group that it is put behind,
/// or at the end.
pub fn insert(form: &Value, behind: Option<Place>, new: Value) -> Option<Value> {
    let mut form = form.clone();
    let Some(place) = behind else {
        children_mut(&mut form)?.push(new);
        return Some(form);
    };
    let is_group = component(&form, Place::top(place.top))?.get(COMPONENTS).is_some();
    let nests = new.get(COMPONENTS).is_some();
    let (list, at) = match place.inner {
        // Groups do not stand within groups.
        _ if nests => (children_mut(&mut form)?, place.top + 1),
        Some(inner) => (held_by(&mut form, place.top)?, inner + 1),
        None if is_group => (held_by(&mut form, place.top)?, 0),
        None => (children_mut(&mut form)?, place.top + 1),
    };
    (at <= list.len()).then(|| list.insert(at, new))?;
    Some(form)
}

/// The form without a component. What a group held stays in its place.
pub fn remove(form: &Value, place: Place) -> Option<Value> {
    let mut form = form.clone();
    if let Some(inner) = place.inner {
        let held = held_by(&mut form, place.top)?;
        (inner < held.len()).then(|| held.remove(inner))?;
        return Some(form);
    }
    let all = children_mut(&mut form)?;
    (place.top < all.len()).then_some(())?;
    let gone = all.remove(place.top);
    let held = children(&gone).to_vec();
    all.splice(place.top..place.top, held);
    Some(form)
}

/// The form with a component moved one step, and its new place. A field passes into a group that it
/// meets and out of it at its other end; a group passes its neighbour whole.
pub fn shift(form: &Value, place: Place, direction: Direction) -> Option<(Value, Place)> {
    let moved = component(form, place)?.clone();
    let to = neighbour(form, place, direction)?;
    let mut form = form.clone();
    let list = list_of(&mut form, place)?;
    list.remove(place.inner.unwrap_or(place.top));
    let list = list_of(&mut form, to)?;
    let at = to.inner.unwrap_or(to.top);
    (at <= list.len()).then(|| list.insert(at, moved))?;
    // Taking a component from the top moves what stands below it, and putting one there too.
    Some((form, to))
}

/// Where a component comes to stand, counted without itself.
fn neighbour(form: &Value, place: Place, direction: Direction) -> Option<Place> {
    let all = children(form);
    let holds = |top: usize| all.get(top)?.get(COMPONENTS).map(|_| children(&all[top]).len());
    let nests = component(form, place)?.get(COMPONENTS).is_some();
    match (place.inner, direction) {
        (Some(0), Direction::Up) => Some(Place::top(place.top)),
        (Some(inner), Direction::Up) => Some(Place::within(place.top, inner - 1)),
        (Some(inner), Direction::Down) if inner + 1 < holds(place.top)? => {
            Some(Place::within(place.top, inner + 1))
        }
        (Some(_), Direction::Down) => Some(Place::top(place.top + 1)),
        (None, Direction::Up) => {
            let above = place.top.checked_sub(1)?;
            let into = holds(above).filter(|_| !nests);
            Some(into.map_or(Place::top(above), |held| Place::within(above, held)))
        }
        (None, Direction::Down) => {
            all.get(place.top + 1)?;
            let into = holds(place.top + 1).filter(|_| !nests);
            // Without itself, what stands below has its own number.
            Some(into.map_or(Place::top(place.top + 1), |_| Place::within(place.top, 0)))
        }
    }
}

fn children(of: &Value) -> &[Value] {
    of.get(COMPONENTS).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn children_mut(of: &mut Value) -> Option<&mut Vec<Value>> {
    of.get_mut(COMPONENTS)?.as_array_mut()
}

fn held_by(form: &mut Value, top: usize) -> Option<&mut Vec<Value>> {
    children_mut(children_mut(form)?.get_mut(top)?)
}

fn list_of(form: &mut Value, place: Place) -> Option<&mut Vec<Value>> {
    match place.inner {
        Some(_) => held_by(form, place.top),
        None => children_mut(form),
    }
}

fn component_mut(form: &mut Value, place: Place) -> Option<&mut Value> {
    list_of(form, place)?.get_mut(place.inner.unwrap_or(place.top))
}
