namespace ContactCenter.Cli;

/// <summary>Writes the files that commands name.</summary>
internal static class OutputFile
{
    /// <summary>What keeps a file from being written, or null: asked before long work begins, so that it is not lost.</summary>
    public static string? Problem(string path)
    {
        if (Directory.Exists(path))
        {
            return Say.IsFolderToWrite(path);
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        return Directory.Exists(folder) ? null : Say.NoFolder(path, folder ?? "");
    }

    /// <summary>
    /// True when another file may take the place of this one. A device or a pipe has no length, so what is there and is empty may be
    /// one, and nothing of an empty file is lost when it is written straight.
    /// </summary>
    public static bool IsReplaceable(string path) =>
        Target(path) is var target && (!File.Exists(target) || new FileInfo(target).Length > 0);

    /// <summary>Writes a file whole; a reader never sees half of what takes the place of something.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var target = Target(path);
        if (!IsReplaceable(target))
        {
            using var straight = new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            straight.Write(content);
            return;
        }

        var unfinished = target + ".tmp";
        using (var file = File.Create(unfinished))
        {
            file.Write(content);
        }

        File.Move(unfinished, target, overwrite: true);
    }

    /// <summary>Writes a file whole; false after it was told why it cannot be.</summary>
    public static bool TryWrite(string path, ReadOnlySpan<byte> content)
    {
        try
        {
            Write(path, content);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(InputFile.Problem(path, failure));
            return false;
        }
    }

    /// <summary>Where a link leads, as the link itself is not to be replaced.</summary>
    private static string Target(string path) => new FileInfo(path) is { LinkTarget: not null } link
        ? link.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path
        : path;
}
