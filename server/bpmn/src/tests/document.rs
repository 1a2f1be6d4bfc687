//! A file comes back as its author left it.

use crate::xml::{Child, Document, Space};

const FILE: &str = "<!-- by hand -->\n<?editor zoom=\"2\"?>
<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:di='http://www.omg.org/spec/DD/20100524/DI' xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" id='d1' exporter=\"x &amp; y\">
  <bpmn:process id=\"p\" camunda:versionTag=\"7\">
    <bpmn:userTask id=\"a\" name=\"یک&#10;دو\"><!-- look here -->
      <bpmn:extensionElements><camunda:formData><camunda:formField id=\"a\" label=\"&lt;b&gt;\"/></camunda:formData></bpmn:extensionElements>
      <bpmn:documentation><![CDATA[a < b && \"c\"]]></bpmn:documentation>
    </bpmn:userTask>
  </bpmn:process>
  <di:Diagram><di:waypoint x=\"1.5\" y=\"-2\"/></di:Diagram>
</bpmn:definitions>
<!-- end -->";

#[test]
fn nothing_is_lost_on_the_way() {
    let document = Document::read(FILE).unwrap();
    let text = document.write();
    assert_eq!(Document::read(&text).unwrap(), document);
    assert_eq!(Document::read(&text).unwrap().write(), text);
    for kept in [
        "<!-- by hand -->",
        "<?editor zoom=\"2\"?>",
        "camunda:versionTag=\"7\"",
        "name=\"یک&#10;دو\"",
        "<!-- look here -->",
        "<camunda:formField id=\"a\" label=\"&lt;b&gt;\"/>",
        "a &lt; b &amp;&amp; \"c\"",
        "<di:waypoint x=\"1.5\" y=\"-2\"/>",
        "exporter=\"x &amp; y\"",
        "<!-- end -->",
    ] {
        assert!(text.contains(kept), "{kept} in {text}");
    }
}

#[test]
fn an_element_can_be_found_and_changed() {
    let mut document = Document::read(FILE).unwrap();
    let task = document.find("a").unwrap();
    assert_eq!((task.name(), task.line, task.space), ("userTask", 5, Space::Bpmn));
    assert_eq!(task.all("documentation").next().unwrap().text(), "a < b && \"c\"");
    let Some(Child::Element(process)) = document.root.children.get_mut(1) else { panic!() };
    process.attributes.retain(|attribute| attribute.name() != "versionTag");
    let changed = Document::read(&document.write()).unwrap();
    assert!(!changed.write().contains("versionTag"));
    assert_eq!(changed, document);
}

#[test]
fn prefixes_must_be_declared_where_they_are_used() {
    for (xml, line) in [
        ("<a:b/>", 1),
        (
            "<b xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'>\n<x:y xmlns:x='u'/><x:y/></b>",
            2,
        ),
        ("<b>\n\n<y x:z='1'/></b>", 3),
    ] {
        assert_eq!(Document::read(xml).unwrap_err().line, line, "{xml}");
    }
}
