using ContactCenter.Core.Configuration;
using ContactCenter.Core.Validation;

namespace ContactCenter.Embedded.Tests;

/// <summary>The configuration that the repository ships.</summary>
internal static class Sample
{
    public static ContactCenterConfiguration Configuration { get; } = Read();

    private static ContactCenterConfiguration Read()
    {
        using var stream = typeof(Sample).Assembly.GetManifestResourceStream("contactcenter.json")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return ConfigurationReader.ReadChecked(copy.ToArray());
    }
}
