namespace ContactCenter.Testing;

/// <summary>A text as somebody last looked at it, line by line.</summary>
public static class TextSnapshot
{
    /// <summary>More lines than this tell nobody more.</summary>
    private const int MaximumLines = 20;

    /// <summary>True when snapshots are to be taken anew.</summary>
    public static bool IsUpdate => Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";

    /// <summary>How a text differs from its snapshot; null when it does not. Takes the snapshot anew when that is asked for.</summary>
    /// <param name="path">File of the snapshot.</param>
    /// <param name="text">The text as it is.</param>
    public static string? Drift(string path, string text)
    {
        text = text.ReplaceLineEndings("\n");
        var name = Path.GetFileName(path);
        if (IsUpdate)
        {
            _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        if (!File.Exists(path))
        {
            return $"{name} has no snapshot; take it with UPDATE_SNAPSHOTS=1";
        }

        var stored = File.ReadAllText(path).ReplaceLineEndings("\n");
        return stored == text ? null
            : $"{name} has changed; if that is meant, take it anew with UPDATE_SNAPSHOTS=1 and look at git diff.\n"
                + Changes(stored.Split('\n'), text.Split('\n'));
    }

    private static string Changes(string[] stored, string[] made)
    {
        var lines = stored.Except(made).Select(line => $"- {line}").Concat(made.Except(stored).Select(line => $"+ {line}")).ToArray();
        return lines.Length == 0 ? "The lines are the same, in another order or number." : string.Join('\n', lines.Take(MaximumLines));
    }
}
