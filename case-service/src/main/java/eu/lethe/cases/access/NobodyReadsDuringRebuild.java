package eu.lethe.cases.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Turns away, while the rights to read are replayed, every call that could show or write something about a person. What was under
 * way when it began finds it out where it asks who may read.
 */
@Component
class NobodyReadsDuringRebuild implements WebMvcConfigurer, HandlerInterceptor {

    private final RightsRebuild rebuild;

    NobodyReadsDuringRebuild(RightsRebuild rebuild) {
        this.rebuild = rebuild;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors
                .addInterceptor(this)
                .addPathPatterns("/api/cases/**")
                .excludePathPatterns(
                        "/api/cases/me",
                        "/api/cases/units",
                        "/api/cases/staff",
                        "/api/cases/nomenclature",
                        "/api/cases/recipients",
                        "/api/cases/draft-keys",
                        "/api/cases/access-journal/**",
                        "/api/cases/feed",
                        "/api/cases/openapi.json");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (rebuild.underWay()) {
            throw RightsRebuild.refusal();
        }
        return true;
    }
}
