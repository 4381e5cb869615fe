using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ContactCenter.Web.Tests.SignIn;

/// <summary>An issuer of OpenID Connect as Amazon Cognito is one: discovery, keys, and a code that counts once, with its proof.</summary>
internal sealed class FakeIssuer : HttpMessageHandler
{
    public const string Address = "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_people";

    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "one" };
    private readonly Dictionary<string, (string Nonce, string Challenge, bool IsForged, Claim[] Claims)> _codes = [];

    /// <summary>What the issuer was asked, by its path.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Somebody signs in: the way on which a browser is sent back.</summary>
    /// <param name="asked">Where the browser was led.</param>
    /// <param name="person">Who.</param>
    /// <param name="isForged">True: the token is signed with another key than the one that is published.</param>
    /// <param name="groups">What the token says.</param>
    public string SignIn(Uri asked, string person, bool isForged, params string[] groups)
    {
        var query = QueryHelpers.ParseQuery(asked.Query);
        var code = Guid.NewGuid().ToString("N");
        Claim[] claims =
        [
            new("sub", person),
            new("cognito:username", person),
            new("email", $"{person}@example.com"),
            new("email_verified", "true", ClaimValueTypes.Boolean),
            .. groups.Select(static group => new Claim("cognito:groups", group)),
        ];
        _codes[code] = (query["nonce"]!, query["code_challenge"]!, isForged, claims);
        return $"/signed-in?code={code}&state={Uri.EscapeDataString(query["state"]!)}";
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Add(request.RequestUri!.AbsolutePath);
        return request.RequestUri.AbsolutePath switch
        {
            var path when path.EndsWith("/.well-known/openid-configuration", StringComparison.Ordinal) => Json(new JsonObject
            {
                ["issuer"] = Address,
                ["authorization_endpoint"] = "https://center.auth.eu-central-1.amazoncognito.com/oauth2/authorize",
                ["token_endpoint"] = "https://center.auth.eu-central-1.amazoncognito.com/oauth2/token",
                ["jwks_uri"] = $"{Address}/.well-known/jwks.json",
            }),
            var path when path.EndsWith("/jwks.json", StringComparison.Ordinal) => Json(Keys()),
            "/oauth2/token" => Exchange(QueryHelpers.ParseQuery(await request.Content!.ReadAsStringAsync(cancellationToken))),
            _ => new HttpResponseMessage(HttpStatusCode.NotFound),
        };
    }

    private HttpResponseMessage Exchange(Dictionary<string, Microsoft.Extensions.Primitives.StringValues> form)
    {
        if (!_codes.Remove(form["code"]!, out var known)
            || Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]!))) != known.Challenge)
        {
            return new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = JsonContent.Create(new { error = "invalid_grant" }) };
        }

        var signing = known.IsForged ? new RsaSecurityKey(RSA.Create(2048)) { KeyId = "one" } : _key;
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = form["client_id"],
            Subject = new ClaimsIdentity(known.Claims.Append(new Claim("nonce", known.Nonce))),
            Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5),
            SigningCredentials = new SigningCredentials(signing, SecurityAlgorithms.RsaSha256),
        });
        return Json(new JsonObject { ["id_token"] = token, ["access_token"] = "opaque", ["token_type"] = "Bearer", ["expires_in"] = 300 });
    }

    private JsonObject Keys()
    {
        var key = _key.Rsa.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["alg"] = "RS256",
                ["kid"] = "one",
                ["n"] = Base64UrlEncoder.Encode(key.Modulus),
                ["e"] = Base64UrlEncoder.Encode(key.Exponent),
            }),
        };
    }

    private static HttpResponseMessage Json(JsonObject body) => new() { Content = JsonContent.Create(body) };
}
