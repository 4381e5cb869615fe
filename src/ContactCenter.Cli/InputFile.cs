namespace ContactCenter.Cli;

/// <summary>Says why a file that a command names cannot be read.</summary>
internal static class InputFile
{
    /// <summary>The failure with the name of its file, once.</summary>
    public static string Problem(string path, Exception failure) => failure switch
    {
        _ when Directory.Exists(path) => $"{path}: is a folder; expected a file",
        FileNotFoundException or DirectoryNotFoundException => $"{path}: there is no such file",
        UnauthorizedAccessException => $"{path}: may not be read",
        _ => $"{path}: {failure.Message}",
    };
}
