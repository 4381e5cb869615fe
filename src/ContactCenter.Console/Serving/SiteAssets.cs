using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using ContactCenter.Plots;

namespace ContactCenter.Web.Serving;

/// <summary>
/// Stylesheet, script and icon, under addresses that change with what is in them, so that browsers keep them for ever and never have an
/// old one.
/// </summary>
internal static class SiteAssets
{
    private static readonly Dictionary<string, (byte[] Bytes, string MediaType)> ByPath = new(StringComparer.Ordinal);

    /// <summary>Address of the stylesheet.</summary>
    public static string Stylesheet { get; } = Add("css", "text/css; charset=utf-8", Compose());

    /// <summary>Address of the script.</summary>
    public static string Script { get; } = Add("js", "text/javascript; charset=utf-8", Read("console.js"));

    /// <summary>Address of the icon.</summary>
    public static string Icon { get; } = Add("svg", "image/svg+xml", Read("icon.svg"));

    /// <summary>What is at an address; null: nothing.</summary>
    public static (byte[] Bytes, string MediaType)? Find(string path) => ByPath.TryGetValue(path, out var found) ? found : null;

    /// <summary>A text that is in the assembly; null where there is none of this name.</summary>
    public static string? Text(string name)
    {
        using var stream = typeof(SiteAssets).Assembly.GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The dark colours count where somebody asks for them, and where the machine has them and nobody asks for light.</summary>
    private static string Compose()
    {
        var dark = Read("dark.css") + PlotStyle.Dark;
        return $$"""
            {{Read("console.css")}}
            {{PlotStyle.Css}}
            :root[data-theme=dark] { {{dark}} }
            @media (prefers-color-scheme: dark) { :root[data-theme=auto] { {{dark}} } }
            """;
    }

    private static string Read(string name) =>
        Text(name) ?? throw new InvalidOperationException($"{name} is not in {Assembly.GetExecutingAssembly().GetName().Name}.");

    private static string Add(string extension, string mediaType, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var path = $"/assets/{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}.{extension}";
        ByPath.Add(path, (bytes, mediaType));
        return path;
    }
}
