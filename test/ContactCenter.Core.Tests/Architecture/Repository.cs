namespace ContactCenter.Core.Tests.Architecture;

/// <summary>Finds files of the repository that the tests run in.</summary>
internal static class Repository
{
    private const string Marker = "ContactCenterServerless.sln";

    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string File(params string[] path) => Path.Combine([Root, .. path]);

    private static string Find(string? directory)
    {
        while (directory is not null && !System.IO.File.Exists(Path.Combine(directory, Marker)))
        {
            directory = Path.GetDirectoryName(directory);
        }

        return directory ?? throw new DirectoryNotFoundException($"{Marker} is in no directory above {AppContext.BaseDirectory}");
    }
}
