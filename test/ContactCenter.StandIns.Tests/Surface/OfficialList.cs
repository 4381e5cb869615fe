namespace ContactCenter.StandIns.Tests.Surface;

/// <summary>
/// A list of what an official package has, and what a stand-in shows beyond it. Members stand on lines of their own or, where they are
/// derived, several on one; a type may be gone on with further down.
/// </summary>
internal sealed class OfficialList
{
    private readonly Dictionary<string, OfficialType> _types = [];

    public OfficialList(IEnumerable<string> lines)
    {
        OfficialType? current = null;
        foreach (string line in lines.Where(l => l.Length > 0 && l[0] != '#'))
        {
            if (line[0] == ' ')
            {
                current!.Members.UnionWith(line.Trim().TrimEnd(';').Split("; "));
                continue;
            }

            string[] parts = line.Split(" : ", 2);
            int space = parts[0].StartsWith("static class", StringComparison.Ordinal)
                ? "static class".Length
                : parts[0].IndexOf(' ', StringComparison.Ordinal);
            var named = new OfficialType(parts[0][..space], parts.Length == 2 ? parts[1] : "", []);
            string name = parts[0][(space + 1)..];
            current = _types.TryGetValue(name, out OfficialType? known) ? known : named;
            if (current.Kind != named.Kind || current.Bases != named.Bases)
            {
                throw new InvalidDataException($"{name} is said to be two things.");
            }

            _types[name] = current;
        }
    }

    public IEnumerable<string> Types => _types.Keys;

    /// <returns>One sentence for each thing that the official package lacks.</returns>
    public IEnumerable<string> Violations(IEnumerable<Type> types)
    {
        foreach (Type type in types)
        {
            string name = SurfaceText.FullName(type);
            if (!_types.TryGetValue(name, out OfficialType? official))
            {
                yield return $"{name}: no such type";
                continue;
            }

            if (SurfaceText.Kind(type) != official.Kind)
            {
                yield return $"{name}: is a {official.Kind}, not a {SurfaceText.Kind(type)}";
            }

            foreach (string b in SurfaceText.Bases(type).Where(b => !$", {official.Bases},".Contains($", {b},", StringComparison.Ordinal)))
            {
                yield return $"{name}: does not derive from {b}";
            }

            foreach (string member in SurfaceText.Members(type).Where(m =>
                !official.Members.Contains(m) && !official.Members.Contains(m + " set")))
            {
                yield return $"{name}: has no {member}";
            }
        }
    }

    /// <returns>
    /// One sentence for each overload that the official package has of something that a stand-in shows too: a call that is clear here would
    /// be ambiguous there.
    /// </returns>
    public IEnumerable<string> MissingOverloads(IEnumerable<Type> types)
    {
        foreach (Type type in types.Where(t => _types.ContainsKey(SurfaceText.FullName(t))))
        {
            HashSet<string> shown = [.. SurfaceText.Members(type)];
            HashSet<string> names = [.. shown.Where(IsCallable).Select(NameOf)];
            foreach (string member in _types[SurfaceText.FullName(type)].Members.Where(m =>
                IsCallable(m) && names.Contains(NameOf(m)) && !shown.Contains(m)))
            {
                yield return $"{SurfaceText.FullName(type)}: lacks {member}";
            }
        }
    }

    private static bool IsCallable(string member) => member.Contains('(', StringComparison.Ordinal);

    private static string NameOf(string member) => member[..member.IndexOfAny(['(', '<'])];

    private sealed record OfficialType(string Kind, string Bases, HashSet<string> Members);
}
