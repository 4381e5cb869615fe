namespace ContactCenter.Core.Monitoring.Dashboards;

/// <summary>A page of plots about one contact center, for CloudWatch and Grafana alike.</summary>
/// <param name="Id">Stable name in kebab case; part of the deployed dashboard's name.</param>
/// <param name="Title">Title.</param>
/// <param name="Description">Whom it answers which questions.</param>
/// <param name="Panels">What is on it, from top to bottom.</param>
public sealed record Dashboard(string Id, string Title, string Description, IReadOnlyList<Panel> Panels);
