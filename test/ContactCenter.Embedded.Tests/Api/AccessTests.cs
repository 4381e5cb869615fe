using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Api;
using ContactCenter.Core.Api.Access;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Embedded.Tests.Api;

/// <summary>Who gets in, tried with hand-made requests through the deployed function.</summary>
public sealed class AccessTests
{
    [Fact]
    public async Task Who_has_no_token_is_refused()
    {
        using var system = new ApiSystem();

        var reply = await system.SendAsync(ApiSystem.Request("GET", "/incidents", null, claims: null));

        Assert.Equal((401, "unauthorized", "Bearer"), (reply.Status, reply.Problem, reply.Header("www-authenticate")));
    }

    [Theory]
    [InlineData("iss", "https://login.example.com/other")]
    [InlineData("aud", "another-client")]
    [InlineData("exp", "1")]
    [InlineData("exp", "soon")]
    [InlineData("nbf", "99999999999")]
    [InlineData("sub", "")]
    public async Task A_token_that_is_wrong_in_one_claim_is_refused(string claim, string value)
    {
        using var system = new ApiSystem();
        var claims = system.Claims();
        claims[claim] = value;

        var reply = await system.SendAsync(ApiSystem.Request("GET", "/incidents", null, claims));

        Assert.Equal(401, reply.Status);
    }

    [Fact]
    public async Task An_access_token_names_its_audience_as_its_client()
    {
        using var system = new ApiSystem();
        var claims = system.Claims();
        claims.Remove("aud");
        claims["client_id"] = ApiSystem.Audience;

        Assert.Equal(200, (await system.SendAsync(ApiSystem.Request("GET", "/me", null, claims))).Status);
    }

    [Theory]
    [InlineData("[viewer]", "viewer")]
    [InlineData("[other responder]", "responder")]
    [InlineData("viewer,administrator", "administrator")]
    [InlineData("viewer, Call Center administrator", "viewer")]
    public async Task The_highest_role_of_a_group_counts(string groups, string role)
    {
        using var system = new ApiSystem();

        var reply = await system.CallAsync("GET", "/me", groups: groups);

        Assert.Equal(("ada@example.com", role), ((string)reply.Body["name"]!, (string)reply.Body["role"]!));
    }

    [Fact]
    public async Task Who_has_no_role_is_told_so()
    {
        using var system = new ApiSystem();

        Assert.Equal("forbidden", (await system.CallAsync("GET", "/me", groups: "[visitors]")).Problem);
    }

    [Fact]
    public async Task A_group_whose_name_ends_with_that_of_another_has_not_its_role()
    {
        using var system = new ApiSystem();

        Assert.Equal("forbidden", (await system.CallAsync("GET", "/me", groups: "Call Center administrator")).Problem);
    }

    [Fact]
    public async Task Groups_with_blanks_in_a_list_are_those_that_the_verified_token_names()
    {
        using var system = new ApiSystem();

        Assert.Equal("forbidden", (await TokenAsync(system, "[Call Center administrator]", "Call Center administrator")).Problem);
        Assert.Equal("viewer", Role(await TokenAsync(system, "[Call Center administrator viewer]", "Call Center administrator", "viewer")));
        Assert.Equal("administrator", Role(await TokenAsync(system, "[viewer administrator]", "viewer", "administrator")));

        // a token that says something else than the gateway has read is not the one that it has verified
        Assert.Equal("forbidden", (await TokenAsync(system, "[viewer]", "administrator")).Problem);

        static string Role(ApiReply reply) => (string)reply.Body["role"]!;
    }

    [Fact]
    public async Task Scopes_are_parted_by_blanks()
    {
        using var system = new ApiSystem(static settings => settings with { RolesClaim = "scp" });
        var claims = system.Claims();
        claims["scp"] = "openid responder";

        Assert.Equal("responder", (string)(await system.SendAsync(ApiSystem.Request("GET", "/me", null, claims))).Body["role"]!);
    }

    [Fact]
    public async Task A_viewer_changes_nothing_by_any_route()
    {
        using var system = new ApiSystem();
        var routes = system.System.Services.GetRequiredService<ApiDesk>().Routes.Where(static route => route.Method != "GET").ToArray();

        var taken = new List<string>();
        foreach (var route in routes)
        {
            var path = string.Join('/', route.Path.Split('/').Select(static part => part.StartsWith('{') ? "x-1" : part));
            if ((await system.CallAsync(route.Method, path, new JsonObject(), "vera", "[viewer]")).Status != 403)
            {
                taken.Add(route.Template);
            }
        }

        // they change nothing
        Assert.Equal(["POST /settings/preview", "POST /settings/{id}/preview", "POST /knowledge/preview"], taken);
        Assert.InRange(routes.Length, 19, 200);
    }

    [Fact]
    public async Task An_address_that_nobody_has_verified_is_no_author()
    {
        using var system = new ApiSystem();
        var claims = system.Claims();
        claims["email_verified"] = "false";
        claims["cognito:username"] = "ada-7";

        Assert.Equal("ada-7", (string)(await system.SendAsync(ApiSystem.Request("GET", "/me", null, claims))).Body["name"]!);
    }

    [Fact]
    public async Task A_viewer_cannot_act_and_that_is_logged()
    {
        using var system = new ApiSystem();
        var id = await system.OpenAsync();

        var reply = await system.CallAsync("POST", $"/incidents/{id}/acknowledge", new JsonObject(), "vera", "[viewer]");

        Assert.Equal((403, "open"), (reply.Status, await StateAsync(system, id)));
        Assert.Contains("Refused with 403 POST", system.Log, StringComparison.Ordinal);
        Assert.Contains("vera@example.com", system.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signed_token_acts_under_its_name()
    {
        using var system = new ApiSystem();
        var id = await system.OpenAsync();

        var reply = await SignedAsync(system, $"/incidents/{id}/acknowledge", system.Token("night-watch", ApiRole.Responder));

        Assert.Equal((200, "night-watch"), (reply.Status, (string?)reply.Body["acknowledgedBy"]));
    }

    [Fact]
    public async Task A_signed_token_that_has_expired_or_counts_too_long_is_refused()
    {
        using var system = new ApiSystem();
        var soon = system.Token("a", ApiRole.Viewer, TimeSpan.FromMinutes(1));
        var ever = system.Token("a", ApiRole.Viewer, TimeSpan.FromDays(400));
        system.Clock.Now += TimeSpan.FromMinutes(1);

        Assert.Equal(401, (await SignedAsync(system, "/incidents/X-1/acknowledge", soon)).Status);
        Assert.Equal(401, (await SignedAsync(system, "/incidents/X-1/acknowledge", ever)).Status);
    }

    [Fact]
    public async Task A_signed_token_with_another_role_written_into_it_is_refused()
    {
        using var system = new ApiSystem();
        var parts = system.Token("a", ApiRole.Viewer).Split('.');
        parts[2] = "a";

        Assert.Equal(401, (await SignedAsync(system, "/incidents/X-1/acknowledge", string.Join('.', parts))).Status);
    }

    [Theory]
    [InlineData("""{"alg":"none","typ":"JWT"}""")]
    [InlineData("""{"alg":"HS256","typ":"JWT"}""")]
    public async Task A_token_that_chooses_its_own_algorithm_is_no_token(string header)
    {
        using var system = new ApiSystem();
        var token = $"{Base64(header)}.{Base64(system.Claims(groups: "[administrator]").ToJsonString())}.";

        Assert.Equal(401, (await SignedAsync(system, "/incidents/X-1/acknowledge", token)).Status);
    }

    [Fact]
    public async Task No_token_stands_in_the_log()
    {
        using var system = new ApiSystem();
        var token = system.Token("a", ApiRole.Viewer);

        _ = await SignedAsync(system, "/incidents/X-1/acknowledge", token);
        _ = await SignedAsync(system, "/incidents/X-1/acknowledge", $"{token}x");

        Assert.Equal((2, false), (system.Log.Split("Refused").Length - 1, system.Log.Contains(token[..20], StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Signed_tokens_do_not_count_where_nobody_asked_for_them()
    {
        using var system = new ApiSystem(static settings => settings with { SignedTokens = false });

        Assert.Equal(401, (await SignedAsync(system, "/incidents/X-1/acknowledge", system.Token("a", ApiRole.Responder))).Status);
    }

    [Fact]
    public async Task Who_asks_too_often_has_to_wait_and_others_do_not()
    {
        using var system = new ApiSystem(static settings => settings with { RequestsPerMinute = 10 });
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(200, (await system.CallAsync("GET", "/me")).Status);
        }

        var refused = await system.CallAsync("GET", "/me");

        Assert.Equal(("too-many-requests", "60"), (refused.Problem, refused.Header("retry-after")));
        Assert.Equal(200, (await system.CallAsync("GET", "/me", who: "bob")).Status);
        system.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(200, (await system.CallAsync("GET", "/me")).Status);
    }

    private static async Task<string> StateAsync(ApiSystem system, string id) =>
        (string)(await system.CallAsync("GET", $"/incidents/{id}")).Body["state"]!;

    private static Task<ApiReply> SignedAsync(ApiSystem system, string path, string token) =>
        system.SendAsync(ApiSystem.Request("POST", path, new JsonObject(), claims: null), ("authorization", $"Bearer {token}"));

    private static Task<ApiReply> TokenAsync(ApiSystem system, string read, params string[] groups)
    {
        var claims = system.Claims(groups: read);
        var token = claims.DeepClone();
        token["cognito:groups"] = new JsonArray([.. groups.Select(static group => JsonValue.Create(group))]);
        return system.SendAsync(
            ApiSystem.Request("GET", "/me", null, claims), ("authorization", $"Bearer {Base64("{}")}.{Base64(token.ToJsonString())}.x"));
    }

    private static string Base64(string text) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
