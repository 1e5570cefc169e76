// SPDX-License-Identifier: EUPL-1.2

/// The routes of one feature. Adding a feature to the site is one line in `Site.features`.
protocol FeatureRoutes: Sendable {
    init(site: Site)
    func add(to table: RouteTable)
}

extension Site {
    /// All features, in the order of the house: what every site has, then the wings.
    static let features: [any FeatureRoutes.Type] = [
        HealthRoutes.self,
        MetricsRoutes.self,
        WellKnownRoutes.self,
        SitemapRoutes.self,
        AssetRoutes.self,
        LegalRoutes.self,
        SignInRoutes.self,
        PasswordSignInRoutes.self,
        DemonstrationRoutes.self,
        OwnRoutes.self,
        ProfileRoutes.self,
        OwnPasswordRoutes.self,
        SessionRoutes.self,
        OwnDataRoutes.self,
        ErasureRoutes.self,
        FollowRoutes.self,
        NewsRoutes.self,
        DeliveryRoutes.self,
        WorkRoutes.self,
        StaffPeopleRoutes.self,
        RoleRoutes.self,
        OutboxRoutes.self,
        ProgrammeRoutes.self,
        FieldRoutes.self,
        GoalRoutes.self,
        MunicipalityRoutes.self,
        MapRoutes.self,
        MinistryRoutes.self,
        OrganisationRoutes.self,
        ChronicleRoutes.self,
        SourceRoutes.self,
        JournalRoutes.self,
        FigureRoutes.self,
        ForumRoutes.self,
        EventRoutes.self,
        ActivityRoutes.self,
        IdeaRoutes.self,
        ConsultationRoutes.self,
        ConsultationDeskRoutes.self,
        ProposalRoutes.self,
        StatementRoutes.self,
        StatementEntryRoutes.self,
        StatementInboxRoutes.self,
        DecisionRoutes.self,
        ProjectRoutes.self,
        RiverRoutes.self,
        ThreadRoutes.self,
        FundingRoutes.self,
        PillarRoutes.self,
        InboxRoutes.self,
        IdeaWorkRoutes.self,
        ReplySettingRoutes.self,
        DutyRoutes.self,
        SearchRoutes.self,
        OpenDataRoutes.self,
    ]
}
