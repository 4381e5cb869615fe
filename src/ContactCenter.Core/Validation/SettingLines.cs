using System.Globalization;
using System.Text.Json;

namespace ContactCenter.Core.Validation;

/// <summary>On which line of a file each setting stands, by its JSON path, and which settings stand twice.</summary>
internal sealed class SettingLines
{
    /// <summary>What stands below a longer path is told with the line of what it stands in: names of a hostile file multiply.</summary>
    private const int MaximumPath = 500;

    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly List<RepeatedSetting> _repeated = [];

    /// <summary>Settings whose name stands above already, in the same object.</summary>
    public IReadOnlyList<RepeatedSetting> Repeated => _repeated;

    /// <summary>Finds all settings of what is JSON.</summary>
    /// <param name="utf8">The file; comments and trailing commas are allowed.</param>
    public static SettingLines Of(ReadOnlySpan<byte> utf8)
    {
        var found = new SettingLines();
        var reader = new Utf8JsonReader(
            utf8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var open = new Stack<Level>();
        string? path = "$";
        var (line, counted) = (1, 0);
        while (reader.Read())
        {
            var start = checked((int)reader.TokenStartIndex);
            line += utf8[counted..start].Count((byte)'\n');
            counted = start;
            switch (reader.TokenType)
            {
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open.Pop();
                    continue;
                case JsonTokenType.PropertyName:
                    path = found.Name(open.Peek(), reader.GetString()!, line);
                    continue;
            }

            if (open.TryPeek(out var list) && list.Names is null)
            {
                path = Below(list.Path, string.Create(CultureInfo.InvariantCulture, $"[{list.Length++}]"));
            }

            found.Stands(path, line);
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                open.Push(new Level(path, reader.TokenType == JsonTokenType.StartObject ? new(StringComparer.Ordinal) : null));
            }
        }

        return found;
    }

    /// <summary>The line of a setting; of one that is not there that of what it belongs into.</summary>
    /// <param name="path">Its JSON path.</param>
    public int? Of(string path)
    {
        for (var known = path; known.Length > 0; known = known[..Math.Max(0, known.AsSpan().LastIndexOfAny('.', '['))])
        {
            if (_lines.TryGetValue(known, out var line))
            {
                return line;
            }
        }

        return null;
    }

    private string? Name(Level level, string name, int line)
    {
        var path = Below(level.Path, $".{name}");
        if (!level.Names!.TryAdd(name, line))
        {
            _repeated.Add(new RepeatedSetting(path ?? level.Path ?? "$", name, line, level.Names[name]));
        }

        Stands(path, line);
        return path;
    }

    private void Stands(string? path, int line)
    {
        if (path is not null)
        {
            _lines.TryAdd(path, line);
        }
    }

    private static string? Below(string? path, string step) => path is null || path.Length + step.Length > MaximumPath ? null : path + step;

    /// <summary>An object, with the names in it and their lines, or a list.</summary>
    private sealed class Level(string? path, Dictionary<string, int>? names)
    {
        public string? Path => path;

        public Dictionary<string, int>? Names => names;

        public int Length { get; set; }
    }
}

/// <summary>A setting whose name stands above already.</summary>
/// <param name="Path">Its JSON path.</param>
/// <param name="Name">Its name.</param>
/// <param name="Line">Its own line.</param>
/// <param name="First">The line on which it stands for the first time.</param>
internal sealed record RepeatedSetting(string Path, string Name, int Line, int First);
