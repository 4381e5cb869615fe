using System.Globalization;
using System.Xml;

namespace Amazon.StandIns;

/// <summary>
/// Reads an XML response, one element after the other, by their names whatever the namespace. It stands on the start of a value
/// before that is read, and on its end afterwards. Lists and maps are elements with elements in them, as structures are.
/// </summary>
/// <param name="xml">On a value; null is read as an element without content.</param>
internal sealed class XmlBody(XmlReader xml)
{
    private readonly Stack<int> _open = [];

    /// <summary>Whether this is the element that holds an operation's members.</summary>
    public bool IsResult => xml.LocalName.EndsWith("Result", StringComparison.Ordinal);

    /// <summary>Below zero for an element without content, which has no end of its own.</summary>
    public void StartObject() => _open.Push(xml is null || xml.IsEmptyElement ? -1 : xml.Depth);

    /// <summary>Goes to the next element inside; what is in one that was not read is passed over.</summary>
    public bool NextMember()
    {
        int depth = _open.Peek();
        while (depth >= 0 && xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Depth == depth + 1)
            {
                return true;
            }
        }

        _ = _open.Pop();
        return false;
    }

    /// <summary>Goes to the second element of an entry; the first is the key.</summary>
    public bool NextEntry(out string key)
    {
        bool isThere = NextMember();
        key = isThere && ToElement() ? Text() : null;
        return isThere && ToElement();
    }

    public bool Is(string name) => xml.LocalName == name;

    public string Text()
    {
        string text = "";
        while (!xml.IsEmptyElement && xml.Read() && xml.NodeType != XmlNodeType.EndElement)
        {
            text += xml.Value;
        }

        return text;
    }

    public bool Bool() => XmlConvert.ToBoolean(Text());

    public T Number<T>()
        where T : IParsable<T> => T.Parse(Text(), CultureInfo.InvariantCulture);

    public MemoryStream Blob() => new(Convert.FromBase64String(Text()));

    public DateTime Time() => WireText.Time(Text());

    private bool ToElement() => xml.Read() && xml.MoveToContent() == XmlNodeType.Element;
}
