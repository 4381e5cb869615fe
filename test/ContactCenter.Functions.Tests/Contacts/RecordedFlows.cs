namespace ContactCenter.Functions.Tests.Contacts;

/// <summary>
/// Events of flows as they are in <c>TestData/Flows</c>: the shapes are recorded or documented ones of voice, chat, task and e-mail, full,
/// minimal, with nulls, with members of another type, and with hostile values; the values are our own.
/// </summary>
internal static class RecordedFlows
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "TestData", "Flows");

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.json")
            .Select(static path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal);

    public static string Read(string name) => File.ReadAllText(Path.Combine(Folder, $"{name}.json"));
}
