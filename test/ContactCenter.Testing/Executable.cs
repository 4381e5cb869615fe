namespace ContactCenter.Testing;

/// <summary>Programs that a test needs beside it.</summary>
public static class Executable
{
    /// <returns>The path of a program on PATH, or null.</returns>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
}
