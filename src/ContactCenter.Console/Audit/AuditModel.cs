using ContactCenter.Core.Settings;
using ContactCenter.Web.Serving;

namespace ContactCenter.Web.Audit;

/// <summary>What the audit of settings shows.</summary>
public sealed record AuditModel
{
    /// <summary>So many acts stand on a page.</summary>
    private const int PageSize = 50;

    /// <summary>Only of this kind; null: all.</summary>
    public SettingKind? Kind { get; init; }

    /// <summary>The acts, the newest first.</summary>
    public required IReadOnlyList<SettingAct> Acts { get; init; }

    /// <summary>What leads to older ones; null: these are the last.</summary>
    public string? Next { get; init; }

    /// <summary>True where these are not the newest.</summary>
    public bool IsOlder { get; init; }

    /// <summary>The address of a page of it.</summary>
    public string Address(string? after = null) => string.Join(
        '&',
        new[]
        {
            Kind is { } kind ? $"kind={SettingKinds.NameOf(kind)}" : null,
            after is null ? null : $"after={Uri.EscapeDataString(after)}",
        }.OfType<string>()) is { Length: > 0 } said
        ? $"/audit?{said}"
        : "/audit";

    /// <summary>Asks for it.</summary>
    internal static async Task<(AuditModel? Model, Problem? Problem)> LoadAsync(Answers answers, string? kind, string? after)
    {
        var wanted = SettingKinds.Find(kind);
        var (page, problem) = await answers.GetAsync(
            "/setting-acts",
            ConsoleJson.Default.SettingActPage,
            ("kind", wanted is { } one ? SettingKinds.NameOf(one) : null),
            ("limit", $"{PageSize}"),
            ("after", after));
        return page is null
            ? (null, problem)
            : (new AuditModel { Kind = wanted, Acts = page.Items, Next = page.Next, IsOlder = !string.IsNullOrEmpty(after) }, null);
    }
}
