using System.Xml;
using System.Xml.Linq;

namespace Amazon.StandIns;

/// <summary>Reads members by their name, whatever the namespace; one that is absent is null.</summary>
internal static class XmlReading
{
    public static XElement Member(this XElement element, string name) =>
        element.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    public static string Text(this XElement element, string name) => element.Member(name)?.Value;

    public static bool? Flag(this XElement element, string name) =>
        element.Text(name) is { } text ? XmlConvert.ToBoolean(text) : null;

    public static List<T> List<T>(this XElement element, string name, Func<XElement, T> read) =>
        element.Member(name) is { HasElements: true } list ? [.. list.Elements().Select(read)] : null;
}
